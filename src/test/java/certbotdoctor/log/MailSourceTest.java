package certbotdoctor.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MailSourceTest {
  private static final String HEAD =
      "Return-Path: <root@host.example>\nMIME-Version: 1.0\nContent-Transfer-Encoding: ";

  @Test
  void quotedPrintableIsUndone() throws IOException, InputException {
    assertThat(read(HEAD + "Quoted-Printable\n\na=3Db caf=C3=A9, a long=\n line \nend=\n"))
        .endsWith("\n\na=b caf\u00e9, a long line\nend");
  }

  @Test
  void whatIsNoCodeStays() throws IOException, InputException {
    assertThat(read(HEAD + "quoted-printable\n\nx=zz =4 ==\n")).endsWith("\n\nx=zz =4 =");
  }

  @Test
  void base64IsUndoneAndABrokenEndLost() throws IOException, InputException {
    assertThat(read(HEAD + "base64\n\nSGVsbG8g\nd29ybGQK\nSGVs\nbG\n"))
        .endsWith("\n\nHello world\nHel");
  }

  @Test
  void everyPartHasItsOwnEncoding() throws IOException, InputException {
    String mail =
        """
        From: a@host.example
        Content-Type: multipart/mixed; boundary=x

        --x
        Content-Transfer-Encoding: quoted-printable

        1=3D1
        --x
        Content-Type: text/plain

        2=3D2
        --x--
        """;

    assertThat(read(mail)).contains("1=1\n").contains("2=3D2\n");
  }

  @Test
  void theNextMailOfAMailboxHasAHeadOfItsOwn() throws IOException, InputException {
    String mailbox =
        """
        From root@host.example Sat Aug  1 03:17:42 2026
        Content-Transfer-Encoding: quoted-printable

        1=3D1
        From root@host.example Sun Aug  2 03:17:42 2026
        Subject: plain

        2=3D2
        """;

    assertThat(read(mailbox)).contains("1=1\n").contains("2=3D2\n");
  }

  @Test
  void whatDoesNotBeginAsAMailIsNone() throws IOException, InputException {
    String text = "Some words\nContent-Transfer-Encoding: quoted-printable\n\na=3Db\n";

    assertThat(read(text)).isEqualTo(text);
  }

  private static String read(String text) throws IOException, InputException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (InputStream in = LogInput.stream("mail", new ByteArrayInputStream(bytes)).open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
