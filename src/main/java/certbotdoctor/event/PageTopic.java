package certbotdoctor.event;

import org.jspecify.annotations.Nullable;

/** The topic of a page, looked for when something in the page depends on it, and then once. */
final class PageTopic {
  private final String text;
  private final boolean headed;
  private @Nullable Topic topic;

  /**
   * The topic of a page, before its header is read.
   *
   * @param headed whether its header tells that certbot or a library that it uses wrote it
   */
  PageTopic(Page page, boolean headed) {
    this.text = page.text();
    this.headed = headed;
  }

  Topic get() {
    Topic known = topic;
    if (known == null) {
      known = headed ? Topic.CERTIFICATES : Topic.of(text);
      topic = known;
    }
    return known;
  }
}
