package certbotdoctor.probe.dns.delegation;

import certbotdoctor.probe.dns.exchange.DnsAnswer;
import certbotdoctor.probe.dns.exchange.NameServer;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xbill.DNS.DNAMERecord;
import org.xbill.DNS.Name;

/**
 * A name and where its CNAME and DNAME records lead, each at the servers of its own zone.
 *
 * @param steps the name and its targets in order; never empty
 * @param end how it ended
 */
public record Chain(List<Step> steps, End end) {
  /** How a chain ends. */
  public enum End {
    /** At a name without alias. */
    REACHED,
    /** At a name that it had passed already. */
    LOOP,
    /** After more steps than a resolver takes. */
    TOO_LONG
  }

  /**
   * One name of the chain.
   *
   * @param name the name
   * @param walk the way to it
   * @param answers each server's answer to the question
   */
  public record Step(Name name, Walk walk, SortedMap<NameServer, DnsAnswer> answers) {
    /** Copies the answers. */
    public Step {
      answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
    }

    /** Where it leads, if any server has a CNAME for it. */
    public Optional<Name> alias() {
      return answers.values().stream()
          .flatMap(answer -> answer.reply().alias(name).stream())
          .findFirst();
    }

    /** Whether a DNAME of an ancestor makes the alias (RFC 6672). */
    public boolean byDname() {
      return answers.values().stream()
          .flatMap(answer -> answer.reply().answer().stream())
          .anyMatch(one -> one instanceof DNAMERecord && Names.isBelow(name, one.getName()));
    }

    /** Whether any server answers in a way. */
    public boolean any(DnsAnswer.Kind kind) {
      return answers.values().stream().anyMatch(answer -> answer.kind() == kind);
    }

    /** Whether any server speaks about the name: records, none, or no such name. */
    public boolean isAnswered() {
      return answers.values().stream().anyMatch(answer -> answer.kind().isAbout());
    }
  }

  /** Copies the steps. */
  public Chain {
    steps = List.copyOf(steps);
  }

  /** The name that was looked up. */
  public Step first() {
    return steps.get(0);
  }

  /** Where it leads in the end. */
  public Step last() {
    return steps.get(steps.size() - 1);
  }

  /** The names for a reader, in order. */
  public String text() {
    return String.join(" -> ", steps.stream().map(step -> Names.text(step.name)).toList());
  }
}
