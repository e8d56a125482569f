package certbotdoctor.capture;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes signals that would end the JVM, while a command runs. The JDK has no public interface for
 * that but {@code sun.misc.Signal} (module jdk.unsupported, JEP 260), which may be missing: then
 * signals end the program as always.
 */
public final class Signals implements AutoCloseable {
  private record Old(Object signal, Object handler) {}

  private final List<Old> old = new ArrayList<>();

  /**
   * Takes signals.
   *
   * @param taken told the name of each one, without SIG, on a thread of the JVM
   * @param names of the signals, without SIG
   */
  public Signals(Consumer<String> taken, String... names) {
    for (String name : names) {
      try {
        Object signal = signalClass().getConstructor(String.class).newInstance(name);
        old.add(new Old(signal, handle(signal, handler(taken, name))));
      } catch (ReflectiveOperationException e) {
        return; // no such class, or the JVM keeps the signal (option -Xrs)
      }
    }
  }

  private static Class<?> signalClass() throws ClassNotFoundException {
    return Class.forName("sun.misc.Signal");
  }

  private static Class<?> handlerClass() throws ClassNotFoundException {
    return Class.forName("sun.misc.SignalHandler");
  }

  private static Object handler(Consumer<String> taken, String name) throws ClassNotFoundException {
    InvocationHandler calls =
        (proxy, method, arguments) -> {
          if (method.getName().equals("handle")) {
            taken.accept(name);
            return null;
          }
          return method.getName().equals("hashCode")
              ? (Object) System.identityHashCode(proxy)
              : method.getName().equals("equals")
                  ? (Object) (arguments != null && proxy == arguments[0])
                  : "handler of SIG" + name;
        };
    return Proxy.newProxyInstance(
        Signals.class.getClassLoader(), new Class<?>[] {handlerClass()}, calls);
  }

  private static Object handle(Object signal, Object handler) throws ReflectiveOperationException {
    Method handle = signalClass().getMethod("handle", signalClass(), handlerClass());
    return handle.invoke(null, signal, handler);
  }

  /** Gives the signals back. */
  @Override
  public void close() {
    for (Old one : old) {
      try {
        handle(one.signal(), one.handler());
      } catch (ReflectiveOperationException e) {
        // it was taken before, so it can be given back; nothing else to do
      }
    }
    old.clear();
  }
}
