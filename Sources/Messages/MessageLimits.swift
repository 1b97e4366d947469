/// How much of messages is looked at, so that a file that was made to be slow is not.
package enum MessageLimits {
  /// The most forms of a plural that a language has: six, as Arabic does.
  package static let mostForms = 6
  /// Forms of a plural that are read.
  package static let forms = 16
  /// Placeholders and roles of a message that are looked for in a translation that lacks them, and findings of one kind
  /// that are told of a message: each shows all of it.
  package static let lost = 64
  /// Parentheses, conditions and negations of a plural formula in each other, and arguments of ICU messages.
  package static let depth = 64
  /// Branches of an ICU message of which each is compared with its own.
  package static let branches = 64
  /// Arguments of a name in an ICU message whose types count.
  package static let types = 16
  /// Numbers, names and signs of a plural formula.
  package static let formula = 1_000
}
