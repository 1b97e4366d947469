package import LintText

/// A heading of a page and that of its source, which is a file of its own.
package struct PairedHeading: Sendable {
  /// The index of its segment.
  package let record: Int
  /// Its `#`s; of a heading without any, its text.
  package let marks: ByteRange
  /// 1 for a page's title.
  package let level: UInt8
  package let target: HeadingNames
  /// By ranges of the source's file.
  package let source: HeadingNames
  /// What each is called in addresses.
  package let name: [UInt8]
  package let sourceName: [UInt8]

  package init(
    record: Int, marks: ByteRange, level: UInt8, target: HeadingNames, source: HeadingNames,
    name: [UInt8],
    sourceName: [UInt8]
  ) {
    self.record = record
    self.marks = marks
    self.level = level
    self.target = target
    self.source = source
    self.name = name
    self.sourceName = sourceName
  }
}
