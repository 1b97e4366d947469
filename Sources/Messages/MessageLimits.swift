/// How much of messages is looked at, so that a file that was made to be slow is not.
package enum MessageLimits {
  /// Forms of a plural: no language has more than six.
  package static let forms = 16
  /// Placeholders and roles of a message that are looked for in a translation that lacks them.
  package static let lost = 64
  /// Parentheses, conditions and negations of a plural formula in each other.
  package static let depth = 64
}
