package certbotdoctor.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of this program, from the jar's manifest. */
final class Version implements IVersionProvider {
  static String get() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "0.1.0" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"certbot-doctor " + get()};
  }
}
