public import LintText

/// The blocks of a Markdown page.
public struct Blocks: Sendable {
  /// In the order of the file; a block stands before those that it holds.
  public let list: [Block]
  /// The lines of all leaves, without what containers and indentation put before them and without line
  /// ends.
  let allLines: [ByteRange]
  /// The link reference definitions in the order of the file.
  public let definitions: [ReferenceDefinition]

  /// Reads the blocks of a page.
  ///
  /// Time and room grow with the page and with nothing else.
  ///
  /// - Parameter start: Where the text begins: behind a byte order mark.
  public init(_ bytes: Span<UInt8>, from start: Int = 0, dialect: MarkdownDialect = []) {
    var reader = BlockReader(dialect)
    reader.read(bytes, from: start)
    list = reader.blocks
    allLines = reader.lines
    definitions = reader.definitions
  }

  /// The lines of a leaf that holds text, code or HTML, as `allLines` has them; of a table the head, the
  /// delimiters and the rows. Code has the lines between its fences.
  public func lines(of block: Block) -> ArraySlice<ByteRange> {
    allLines[Int(block.firstLine)..<Int(block.lastLine)]
  }
}
