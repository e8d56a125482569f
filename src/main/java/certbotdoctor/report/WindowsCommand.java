package certbotdoctor.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Commands of a POSIX shell in the words of PowerShell, for logs that come from Windows. */
final class WindowsCommand {
  private WindowsCommand() {}

  /** All lines of a command. */
  static String of(String command) {
    return command.lines().map(WindowsCommand::line).collect(Collectors.joining("\n"));
  }

  private static String line(String line) {
    String bare = line.startsWith("sudo ") ? line.substring(5) : line;
    if (bare.startsWith("dig ")) {
      return question(List.of(bare.substring(4).split("\\s+")));
    }
    if (bare.startsWith("chmod 600 ")) {
      String file = bare.substring(10);
      return "icacls " + file + " /inheritance:r /grant:r *S-1-5-32-544:F *S-1-5-18:F";
    }
    return bare.startsWith("ls -l ") ? "Get-Acl " + bare.substring(6) + " | Format-List" : bare;
  }

  /** {@code dig} as {@code Resolve-DnsName}; a trace has no match there. */
  private static String question(List<String> words) {
    String name = "";
    String type = "A";
    List<String> options = new ArrayList<>();
    for (String word : words) {
      if (word.matches("A|AAAA|ANY|CAA|CNAME|DNSKEY|DS|NS|SOA|TXT")) {
        type = word;
      } else if (word.startsWith("@")) {
        options.add("-Server " + word.substring(1));
      } else if (word.equals("+tcp")) {
        options.add("-TcpOnly");
      } else if (word.equals("+cd")) {
        options.add("-DnssecCd");
      } else if (word.equals("+dnssec")) {
        options.add("-DnssecOk");
      } else if (!word.startsWith("+")) {
        name = word;
      }
    }
    String rest = options.isEmpty() ? "" : " " + String.join(" ", options);
    return type.equals("CAA")
        ? "nslookup -type=CAA " + name
        : "Resolve-DnsName -Name " + name + " -Type " + type + rest;
  }
}
