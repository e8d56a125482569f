package certbotdoctor.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Headless Chromium, driven through chromedriver by the W3C WebDriver protocol. */
final class Browser implements AutoCloseable {
  private static final Pattern PORT = Pattern.compile("successfully on port (\\d+)");

  private static final List<String> ARGUMENTS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-dev-shm-usage",
          "--force-color-profile=srgb");

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Process driver;
  private final String base;
  private final String session;

  /** Starts a driver and a browser. */
  Browser() throws IOException {
    driver = new ProcessBuilder("chromedriver", "--port=0").redirectErrorStream(true).start();
    base = "http://127.0.0.1:" + port(driver.inputReader(StandardCharsets.UTF_8));
    ObjectNode options = json.createObjectNode();
    ArrayNode arguments = options.putArray("args");
    ARGUMENTS.forEach(arguments::add);
    ObjectNode capabilities = json.createObjectNode();
    capabilities.set("goog:chromeOptions", options);
    capabilities.putObject("goog:loggingPrefs").put("performance", "ALL");
    ObjectNode body = json.createObjectNode();
    body.putObject("capabilities").set("alwaysMatch", capabilities);
    session = "/session/" + post("/session", body).get("sessionId").textValue();
  }

  /** Whether this machine has what it takes. */
  static boolean isInstalled() {
    return isOnPath("chromedriver") && isOnPath("chromium");
  }

  private static boolean isOnPath(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(path)
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static int port(BufferedReader output) throws IOException {
    StringBuilder said = new StringBuilder();
    String line;
    while ((line = output.readLine()) != null) {
      said.append(line).append('\n');
      Matcher port = PORT.matcher(line);
      if (port.find()) {
        return Integer.parseInt(port.group(1));
      }
    }
    throw new IOException("chromedriver did not start: " + said);
  }

  /** Opens a file and waits until it is loaded. */
  void open(Path file) throws IOException {
    post(session + "/url", json.createObjectNode().put("url", file.toUri().toString()));
  }

  /** Runs a script in the page and gives what it returns; promises are awaited. */
  JsonNode script(String script) throws IOException {
    ObjectNode body = json.createObjectNode().put("script", script);
    body.putArray("args");
    return post(session + "/execute/sync", body);
  }

  /** Returns when a condition holds; fails when it does not for as long as a script may run. */
  void await(String condition) throws IOException {
    script(
        "return new Promise(done => { const look = () => (%s) ? done(true) : setTimeout(look, 20);"
                .formatted(condition)
            + " look(); })");
  }

  /** Presses a key; {@code \}{@code uE004} is Tab, see WebDriver section 17.4.2. */
  void press(String key) throws IOException {
    ObjectNode body = json.createObjectNode();
    ObjectNode keyboard = body.putArray("actions").addObject();
    keyboard.put("type", "key").put("id", "keyboard");
    ArrayNode actions = keyboard.putArray("actions");
    actions.addObject().put("type", "keyDown").put("value", key);
    actions.addObject().put("type", "keyUp").put("value", key);
    post(session + "/actions", body);
  }

  /** Lays the page out for a screen. */
  void screen(int width, int height) throws IOException {
    command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Prefers {@code light} or {@code dark}. */
  void scheme(String scheme) throws IOException {
    command(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Sends a command of the Chrome DevTools protocol. */
  void command(String name, Map<String, ?> parameters) throws IOException {
    ObjectNode body = json.createObjectNode().put("cmd", name);
    body.set("params", json.valueToTree(parameters));
    post(session + "/goog/cdp/execute", body);
  }

  /** The addresses that were asked for since the last call. */
  List<String> requests() throws IOException {
    List<String> urls = new ArrayList<>();
    ObjectNode body = json.createObjectNode().put("type", "performance");
    for (JsonNode entry : post(session + "/se/log", body)) {
      JsonNode message = json.readTree(entry.get("message").textValue()).get("message");
      if (message.path("method").textValue().equals("Network.requestWillBeSent")) {
        urls.add(message.at("/params/request/url").textValue());
      }
    }
    return urls;
  }

  /** The page as a picture (PNG). */
  byte[] screenshot() throws IOException {
    return Base64.getDecoder().decode(get(session + "/screenshot").textValue());
  }

  /** The page as it is printed (PDF). */
  byte[] print() throws IOException {
    return Base64.getDecoder()
        .decode(post(session + "/print", json.createObjectNode()).textValue());
  }

  private JsonNode post(String path, JsonNode body) throws IOException {
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  private JsonNode get(String path) throws IOException {
    return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<String> response =
          http.send(
              request.timeout(Duration.ofMinutes(2)).build(), HttpResponse.BodyHandlers.ofString());
      JsonNode value = json.readTree(response.body()).path("value");
      if (response.statusCode() != 200) {
        throw new IOException(value.path("message").asText(response.body()));
      }
      return value;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    try {
      send(HttpRequest.newBuilder(URI.create(base + session)).DELETE());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      driver.destroy();
    }
  }
}
