/// What a run may be given besides pages. A rule may find nothing without it, or be worth more with
/// it.
public enum RuleFeature: UInt8, CaseIterable, Sendable {
  case glossary
  /// A list of names that stay as they are.
  case doNotTranslate
  /// Pages whose sources are files of their own. What holds for them holds for no other page of the run.
  case pair
  /// Pages are compared with each other.
  case across
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
    case .across: "across"
    case .messages: "messages"
    }
  }

  /// What follows "default with" in help and catalogue: `a glossary`.
  public var phrase: String {
    switch self {
    case .glossary: "a glossary"
    case .doNotTranslate: "a do-not-translate list"
    case .pair: "a source in a file of its own"
    case .across: "a look across files"
    case .messages: "messages of a program"
    }
  }

  /// The option with what help calls its value, if it has one: `--glossary=FILE`.
  public var usage: String {
    switch self {
    case .glossary, .doNotTranslate: "--\(option)=FILE"
    case .pair: "--\(option)=FOLDER"
    case .across: "--\(option)"
    case .messages: "*.po"
    }
  }
}
