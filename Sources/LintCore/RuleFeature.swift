/// What a run may be given besides pages. A rule may find nothing without it, or be worth more with
/// it.
public enum RuleFeature: UInt8, CaseIterable, Sendable {
  case glossary
  /// A list of names that stay as they are.
  case doNotTranslate
  /// Pages whose sources are files of their own. What holds for them holds for no other page of the run.
  case pair
  /// Files that hold messages of programs. What holds for them holds for no other file of the run.
  case messages

  /// Those that some files of a run have and others have not.
  public static let ofFiles: [RuleFeature] = [.pair, .messages]

  /// The option that gives it: `do-not-translate`.
  public var option: String {
    switch self {
    case .glossary: "glossary"
    case .doNotTranslate: "do-not-translate"
    case .pair: "source"
    case .messages: "messages"
    }
  }

  /// What follows "default with" in help and catalogue: `a glossary`.
  public var phrase: String {
    switch self {
    case .glossary: "a glossary"
    case .doNotTranslate: "a do-not-translate list"
    case .pair: "a source in a file of its own"
    case .messages: "messages of a program"
    }
  }

  /// What help calls the option's value.
  public var valueName: String { self == .pair ? "FOLDER" : "FILE" }
}
