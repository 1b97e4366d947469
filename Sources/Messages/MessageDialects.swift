/// The ways in which a message can name values that a program puts in.
public struct MessageDialects: OptionSet, Hashable, Sendable {
  public let rawValue: UInt32

  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// `%d`, `%1$s`, `%<PRIu64>` (ISO C, "The fprintf function"; POSIX for the numbers).
  public static let c = MessageDialects(rawValue: 1)
  /// The same and `%@` (Apple, "String Format Specifiers").
  public static let objectiveC = MessageDialects(rawValue: 1 << 1)
  /// `%(name)s`, `%s` (Python, "printf-style String Formatting").
  public static let python = MessageDialects(rawValue: 1 << 2)
  /// `{name}`, `{0}`, `{}` (Python, "Format String Syntax").
  public static let pythonBraces = MessageDialects(rawValue: 1 << 3)
  /// `%s`, `%1$s` (PHP, "sprintf").
  public static let php = MessageDialects(rawValue: 1 << 4)
  /// `%1`, `%L1`, `%n` (Qt, "QString::arg").
  public static let qt = MessageDialects(rawValue: 1 << 5)
  /// `%s`, `%(name)s`.
  public static let javaScript = MessageDialects(rawValue: 1 << 6)
  /// `%<name>d`, `%{name}`, `%s` (Ruby, "Format Specifications").
  public static let ruby = MessageDialects(rawValue: 1 << 7)
  /// `%s`, `%1$s` (Perl, "sprintf"), and Lua's and others' that are much like it.
  public static let perl = MessageDialects(rawValue: 1 << 8)
  /// `{name}` (Perl's Locale::TextDomain).
  public static let perlBraces = MessageDialects(rawValue: 1 << 9)
  /// `$name`, `${name}` (POSIX shell).
  public static let shell = MessageDialects(rawValue: 1 << 10)
  /// `{0}`, `{1,number}` (Java, "MessageFormat").
  public static let java = MessageDialects(rawValue: 1 << 11)
  /// `%s`, `%1$tY` (Java, "Formatter").
  public static let javaPrintf = MessageDialects(rawValue: 1 << 12)
  /// `{0}`, `{0:x}` (.NET, "Composite formatting"; C++ `std::format`).
  public static let numberedBraces = MessageDialects(rawValue: 1 << 13)
  /// Where nobody says: `{name}`, `{{name}}`, `${name}`, `%{name}` and `%(name)s`, which mean nothing else.
  public static let unsaid = MessageDialects(rawValue: 1 << 14)

  /// `{name}`, `{n, plural, one {…} other {…}}` (ICU, "MessageFormat").
  public static let icu = MessageDialects(rawValue: 1 << 15)

  /// Those that have a percent sign.
  static let percent: MessageDialects = [
    .c, .objectiveC, .python, .php, .qt, .javaScript, .ruby, .perl, .javaPrintf, .unsaid,
  ]
  /// Those that have braces.
  static let braces: MessageDialects = [
    .pythonBraces, .perlBraces, .java, .numberedBraces, .unsaid,
  ]
  /// Those in which a value is printed as its placeholder says, whatever it is.
  static let typed: MessageDialects = [.c, .objectiveC, .python, .javaPrintf]
  /// Those that turn a value into what its placeholder says: of a text a number, which it is not.
  static let turning: MessageDialects = [.php, .perl, .ruby, .javaScript]
}
