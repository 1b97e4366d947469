/// A place for people: lines and columns count from 1.
public struct Place: Hashable, Sendable {
  public let line: Int
  /// In UTF-16 code units, as editors count.
  public let column: Int
  /// In bytes of UTF-8.
  public let byteColumn: Int
  /// In columns of a screen, a tab to the next multiple of eight; 0 unless it was asked for.
  public let displayColumn: Int

  public init(line: Int, column: Int, byteColumn: Int, displayColumn: Int = 0) {
    self.line = line
    self.column = column
    self.byteColumn = byteColumn
    self.displayColumn = displayColumn
  }
}
