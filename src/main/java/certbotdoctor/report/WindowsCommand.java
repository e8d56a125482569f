package certbotdoctor.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Commands of a POSIX shell in the words of PowerShell, for logs that come from Windows. certbot's
 * folders there are below {@code C:\Certbot} (certbot: certbot/src/certbot/_internal/constants.py).
 */
final class WindowsCommand {
  /** Commands and how they are replaced; {@code $1} and {@code $2} are parts of the pattern. */
  private static final Map<Pattern, String> WORDS = new LinkedHashMap<>();

  /** Package managers that are not there, and owners that are set together with the permissions. */
  private static final Pattern NOWHERE =
      Pattern.compile("(?:apt|snap|chown|/opt/\\S+|nginx -t) .*|apachectl .*");

  private static final Pattern HOOK =
      Pattern.compile("env (?:-i PATH=\\S+ )?((?:[A-Z_]+=\\S+ )+)(.*); echo \\$\\?");
  private static final Pattern ASSIGNMENT = Pattern.compile("([A-Z_]+)=(\\S+) ");
  private static final Pattern FOLDER =
      Pattern.compile("/(?:etc|var/log)/letsencrypt((?:/[\\w.<>*-]+)*)");

  static {
    String closed = " /inheritance:r /grant:r *S-1-5-32-544:F *S-1-5-18:F";
    word("chmod 600 (.*)", "icacls $1" + closed);
    word("(?:ls -l|namei -l) (.*)", "Get-Acl $1 | Format-List");
    word("grep -oE ('[^']+') (.*)", "(Select-String -Path $2 -Pattern $1).Matches.Value");
    word("head -n 1 (.*)", "Get-Content $1 -TotalCount 1");
    word("command -v (\\S+)", "Get-Command $1");
    word("curl (.*)", "curl.exe $1");
    word("openssl (.*) </dev/null", "'' | openssl $1");
    word("pgrep -af (\\S+)", "Get-Process *$1*");
    word("timedatectl", "w32tm /query /status");
    word("timedatectl set-ntp true", "w32tm /resync");
    word("ss -ltnp 'sport = :(\\d+)'", "Get-NetTCPConnection -LocalPort $1 -State Listen");
    word("resolvectl flush-caches", "ipconfig /flushdns");
  }

  private WindowsCommand() {}

  private static void word(String pattern, String replacement) {
    WORDS.put(Pattern.compile(pattern), replacement);
  }

  /** All lines of a command, without those that mean nothing there; null where none is left. */
  static @Nullable String of(String command) {
    String lines =
        command
            .lines()
            .map(WindowsCommand::line)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("\n"));
    return lines.isEmpty() ? null : lines;
  }

  /** A command, path or name within a sentence. */
  static String code(String code) {
    String translated = of(code);
    return translated == null ? code : translated;
  }

  private static @Nullable String line(String line) {
    String bare = line.startsWith("sudo ") ? line.substring(5) : line;
    if (NOWHERE.matcher(bare).matches()) {
      return null;
    }
    if (bare.startsWith("dig ")) {
      return question(List.of(bare.substring(4).split("\\s+")));
    }
    Matcher hook = HOOK.matcher(bare);
    if (hook.matches()) {
      return ASSIGNMENT.matcher(hook.group(1)).replaceAll("\\$env:$1='$2'; ")
          + "& "
          + (hook.group(2) + "; $LASTEXITCODE");
    }
    for (Map.Entry<Pattern, String> word : WORDS.entrySet()) {
      Matcher matcher = word.getKey().matcher(bare);
      if (matcher.matches()) {
        return folders(matcher.replaceAll(word.getValue()));
      }
    }
    return folders(bare);
  }

  private static String folders(String words) {
    return FOLDER
        .matcher(words)
        .replaceAll(
            found -> {
              String base = found.group().startsWith("/var") ? "C:/Certbot/log" : "C:/Certbot";
              return Matcher.quoteReplacement((base + found.group(1)).replace('/', '\\'));
            });
  }

  /** {@code dig} as {@code Resolve-DnsName}, which knows no CAA; a trace has no match there. */
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
        ? "curl.exe -s 'https://dns.google/resolve?name=" + name + "&type=CAA'"
        : "Resolve-DnsName -Name " + name + " -Type " + type + rest;
  }
}
