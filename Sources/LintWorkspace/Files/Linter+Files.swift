public import LintCore

extension Linter {
  /// Reads a file and lints it; what keeps it from being read becomes the report's outcome.
  ///
  /// - Parameter most: The size of the largest file that is read, in bytes.
  public func lint(_ file: SourceFile, atMost most: Int = SourceFile.largest) -> FileReport {
    guard let format = format(of: file.path) else {
      return file.unreadable("no format reads files of this name")
    }
    do throws(FileError) {
      return lint(try file.read(atMost: most), of: file, as: format)
    } catch {
      return file.unreadable(error.description)
    }
  }
}
