/// A part of a text in reStructuredText that is no prose (reStructuredText specification, "Inline Markup").
package struct RSTInline {
  package enum Kind: UInt8 {
    /// `:class:`name``
    case role
    /// ```` ``code`` ````
    case literal
    /// `` `text <address>`_ `` or `` `text`_ ``
    case link
    /// `` `text` ``
    case plain
    /// `|name|`
    case substitution
    /// `[1]_`
    case footnote
  }

  package let kind: Kind
  /// Indices into the text, markup included.
  package let range: Range<Int>
  /// What stands between the backticks or bars.
  package let content: Range<Int>
  /// Of a role its name, without colons.
  package let role: Range<Int>
  /// Whether what stands beside it lets it be markup.
  package let isBounded: Bool
  /// Whether its content is that of one: of a literal it has neither spaces at its ends nor backticks.
  package let isWhole: Bool
}
