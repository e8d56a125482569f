package certbotdoctor.probe.dns.real;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A make of name server: how it is configured and started. */
enum Make {
  BIND("named") {
    @Override
    String config(Path dir, String address, Set<String> zones) {
      StringBuilder text =
          new StringBuilder(
              """
              options {
                directory "%1$s"; listen-on port 53 { %2$s; }; listen-on-v6 { none; };
                pid-file "%1$s/pid"; session-keyfile "%1$s/session"; recursion no;
                dnssec-validation no; allow-query { any; }; check-names primary ignore;
              };
              controls { };
              """
                  .formatted(dir, address));
      for (String zone : zones) {
        text.append("zone \"%1$s\" { type primary; file \"%1$s.zone\"; };%n".formatted(zone));
      }
      return text.toString();
    }

    @Override
    List<String> command(Path config) {
      return List.of("named", "-f", "-n", "1", "-c", config.toString());
    }
  },
  NSD("nsd") {
    @Override
    String config(Path dir, String address, Set<String> zones) {
      StringBuilder text =
          new StringBuilder(
              """
              server:
                ip-address: %2$s
                username: ""
                chroot: ""
                zonesdir: "%1$s"
                database: ""
                pidfile: "%1$s/pid"
                xfrdfile: "%1$s/xfrd.state"
                zonelistfile: "%1$s/zone.list"
                logfile: "%1$s/nsd.log"
              remote-control:
                control-enable: no
              """
                  .formatted(dir, address));
      for (String zone : zones) {
        text.append("zone:%n  name: \"%1$s\"%n  zonefile: \"%1$s.zone\"%n".formatted(zone));
      }
      return text.toString();
    }

    @Override
    List<String> command(Path config) {
      return List.of("nsd", "-d", "-c", config.toString());
    }
  },
  KNOT("knotd") {
    @Override
    String config(Path dir, String address, Set<String> zones) {
      StringBuilder text =
          new StringBuilder(
              """
              server:
                rundir: "%1$s"
                listen: [ "%2$s@53" ]
                udp-workers: 1
                tcp-workers: 1
                background-workers: 1
              log:
                - target: stderr
                  any: warning
              database:
                storage: "%1$s/db"
              template:
                - id: default
                  storage: "%1$s"
                  file: "%%s.zone"
                  zonefile-load: whole
                  journal-content: none
                  semantic-checks: off
              zone:
              """
                  .formatted(dir, address));
      for (String zone : zones) {
        String file = zone.equals(".") ? "\n    file: \"..zone\"" : "";
        text.append("  - domain: \"%s\"%s%n".formatted(zone, file));
      }
      return text.toString();
    }

    @Override
    List<String> command(Path config) {
      return List.of("knotd", "-c", config.toString());
    }
  },
  UNBOUND("unbound") {
    @Override
    String config(Path dir, String address, Set<String> zones) {
      return """
      server:
        interface: %2$s
        port: 53
        username: ""
        chroot: ""
        directory: "%1$s"
        pidfile: "%1$s/pid"
        use-syslog: no
        logfile: "%1$s/unbound.log"
        num-threads: 1
        access-control: 127.0.0.0/8 allow
        do-not-query-localhost: no
        root-hints: "%1$s/root.hints"
        trust-anchor-file: "%1$s/anchor"
        module-config: "validator iterator"
        qname-minimisation: no
        ede: yes
        local-zone: "test." nodefault
        local-zone: "split.test." static
        local-data: "split.test. 60 IN SOA dc.split.test. admin.split.test. 1 1 1 1 1"
        local-data: "split.test. 60 IN NS dc.split.test."
      remote-control:
        control-enable: no
      """
          .formatted(dir, address);
    }

    @Override
    List<String> command(Path config) {
      return List.of("unbound", "-d", "-c", config.toString());
    }
  };

  private final String program;

  Make(String program) {
    this.program = program;
  }

  /** The program's name. */
  String program() {
    return program;
  }

  /** A configuration that serves zones from files of a directory. */
  abstract String config(Path dir, String address, Set<String> zones);

  /** The command that runs it in the foreground. */
  abstract List<String> command(Path config);
}
