package certbotdoctor;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLConnection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which package may know which, and who may touch the outside world. */
class ArchitectureTest {
  private static final String ROOT = "certbotdoctor.";
  private static final int PUBLIC_TYPES = 20;

  /** Every package, and what of the others it may use. Arrows go downwards only. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          entry("core", Set.of()),
          entry("yaml", Set.of()),
          entry("grammar", Set.of()),
          entry("log", Set.of("core")),
          entry("text", Set.of("core", "log")),
          entry("acme", Set.of("core")),
          entry("config", Set.of("core", "acme")),
          entry("ca", Set.of("core", "grammar")),
          entry("catalog", Set.of("core", "yaml")),
          entry("event", Set.of("core", "log", "text", "grammar", "ca", "catalog")),
          entry("run", Set.of("core", "acme", "ca", "catalog", "event")),
          entry("backlog", Set.of("core", "log", "acme", "event", "run")),
          entry("rules", Set.of("core", "yaml")),
          entry("probe", Set.of("core")),
          entry("probe.dns.exchange", Set.of("core", "probe")),
          entry("probe.dns.delegation", Set.of("core", "probe", "probe.dns.exchange")),
          entry(
              "probe.dns.dnssec",
              Set.of("core", "probe", "probe.dns.exchange", "probe.dns.delegation")),
          entry(
              "probe.dns.check",
              Set.of(
                  "core",
                  "probe",
                  "probe.dns.exchange",
                  "probe.dns.delegation",
                  "probe.dns.dnssec")),
          entry(
              "probe.dns",
              Set.of(
                  "core",
                  "probe",
                  "probe.dns.check",
                  "probe.dns.exchange",
                  "probe.dns.delegation",
                  "probe.dns.dnssec")),
          entry(
              "probe.dns.watch",
              Set.of(
                  "core",
                  "probe",
                  "probe.dns",
                  "probe.dns.check",
                  "probe.dns.exchange",
                  "probe.dns.delegation",
                  "probe.dns.dnssec")),
          entry(
              "capture",
              Set.of(
                  "core",
                  "acme",
                  "ca",
                  "catalog",
                  "log",
                  "event",
                  "run",
                  "probe",
                  "probe.dns",
                  "probe.dns.check",
                  "probe.dns.watch",
                  "probe.dns.exchange",
                  "diagnose")),
          entry(
              "diagnose",
              Set.of("core", "acme", "ca", "catalog", "event", "run", "rules", "probe", "config")),
          entry(
              "report",
              Set.of(
                  "core", "acme", "ca", "catalog", "event", "run", "rules", "probe", "diagnose")));

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("certbotdoctor");

  @TestFactory
  Stream<DynamicTest> packagesKnowOnlyWhatIsBelowThem() {
    return new TreeMap<>(MAY_USE)
        .entrySet().stream()
            .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> directions(entry)));
  }

  private static void directions(Map.Entry<String, Set<String>> entry) {
    String self = ROOT + entry.getKey();
    String[] allowed =
        Stream.concat(Stream.of(self), entry.getValue().stream().map(name -> ROOT + name))
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage(self)
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage("certbotdoctor..")).or(resideInAnyPackage(allowed)))
        .allowEmptyShould(true)
        .check(PROGRAM);
  }

  @Test
  void everyPackageButTheCommandLineHasItsPlace() {
    assertThat(PROGRAM.stream().map(JavaClass::getPackageName))
        .allSatisfy(
            name ->
                assertThat(name)
                    .satisfiesAnyOf(
                        one -> assertThat(one).isEqualTo(ROOT + "cli"),
                        one -> assertThat(MAY_USE).containsKey(one.substring(ROOT.length()))));
  }

  @Test
  void noCycles() {
    slices().matching("certbotdoctor.(**)").should().beFreeOfCycles().check(PROGRAM);
  }

  @Test
  void librariesStayInTheirRooms() {
    onlyIn("org.xbill.DNS..", "certbotdoctor.probe.dns..");
    onlyIn("freemarker..", "certbotdoctor.report");
    onlyIn("org.antlr..", "certbotdoctor.grammar", "certbotdoctor.ca", "certbotdoctor.event");
    onlyIn("picocli..", "certbotdoctor.cli");
  }

  private static void onlyIn(String library, String... rooms) {
    noClasses()
        .that()
        .resideOutsideOfPackages(rooms)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(PROGRAM);
  }

  @Test
  void onlyProbesReachTheNetwork() {
    noClasses()
        .that()
        .resideOutsideOfPackage("certbotdoctor.probe..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..", "javax.net..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Socket.class, ServerSocket.class, DatagramSocket.class, URLConnection.class)
        .check(PROGRAM);
  }

  @Test
  void onlyTheCommandLineHasStandardStreamsAndEndsTheProgram() {
    noClasses()
        .that()
        .resideOutsideOfPackage("certbotdoctor.cli")
        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(PROGRAM);
  }

  @Test
  void onlyTheCommandLineReadsTheClock() {
    for (Class<?> type :
        List.of(
            Instant.class,
            LocalDate.class,
            LocalDateTime.class,
            OffsetDateTime.class,
            ZonedDateTime.class)) {
      outsideTheCommandLineNobodyCalls(type, "now");
    }
    outsideTheCommandLineNobodyCalls(Clock.class, "systemUTC");
    outsideTheCommandLineNobodyCalls(Clock.class, "systemDefaultZone");
    outsideTheCommandLineNobodyCalls(System.class, "currentTimeMillis");
  }

  private static void outsideTheCommandLineNobodyCalls(Class<?> type, String method) {
    noClasses()
        .that()
        .resideOutsideOfPackage("certbotdoctor.cli")
        .should()
        .callMethod(type, method)
        .check(PROGRAM);
  }

  @Test
  void nothingIsLoggedAndNoStateIsStatic() {
    GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(PROGRAM);
    fields()
        .that()
        .areStatic()
        .and()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage("certbotdoctor.grammar")
        .should()
        .beFinal()
        .check(PROGRAM);
  }

  @Test
  void packagesStaySmall() {
    Map<String, Integer> sizes = new TreeMap<>();
    PROGRAM.stream()
        .filter(one -> one.isTopLevelClass() && one.getModifiers().contains(JavaModifier.PUBLIC))
        .forEach(one -> sizes.merge(one.getPackageName(), 1, Integer::sum));
    assertThat(sizes.values())
        .allSatisfy(size -> assertThat(size).isLessThanOrEqualTo(PUBLIC_TYPES));
  }
}
