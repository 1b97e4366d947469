import LintText

/// A container that may go on in the next line.
struct OpenContainer {
  /// Its index in the list of blocks.
  let block: Int32
  let kind: Block.Kind
  /// How many columns the lines of a list item or footnote are indented.
  var indent: Int32 = 0
  /// What the items of a list begin with: `-`, `+` or `*`, or what follows the number.
  var mark: UInt8 = 0
  var isEmpty = true
  /// Where the last line of it ends that was seen.
  var end: UInt32
}

/// The leaf that may go on in the next line.
struct OpenLeaf {
  enum Kind {
    case none
    case paragraph
    case table
    case indentedCode
    case fencedCode
    case html
    /// A comment, a module, a tag or a template that goes on until an offset that was found before.
    case until
  }

  var kind = Kind.none
  var block = 0
  /// Where its last line ends that is not blank, and how many lines it had there.
  var end = 0
  var lines = 0
  /// What opened the fence, and by how many columns that is indented.
  var fence: CodeFence?
  var indent = 0
  /// The start condition of HTML.
  var condition = 0
  /// Where it ends, if that was found already.
  var reach = 0
}
