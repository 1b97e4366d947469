package import LintCore
import MarkdownPairs

/// The linters of a run, of which each page has the one that its configuration says.
package struct PageLinters: Sendable {
  /// A linter, and how much it takes.
  package struct Part: Sendable {
    package let linter: Linter
    /// The size of the largest file that is read, in bytes.
    package let mostBytes: Int
    /// How many findings of each rule a report lists of a file; `nil` for all.
    package let most: Int?
    /// The sources of its pages; `nil` where these hold them themselves.
    package let sources: PageSources?

    /// How a page is read and linted.
    ///
    /// - Throws: What keeps its source from being read.
    package func reading(of file: SourceFile, _ bytes: borrowing [UInt8]) throws(FileError)
      -> PageReading?
    {
      if let sources {
        // Read or not, it waits for its source no longer.
        defer { sources.release(file) }
        if let paired = try sources.reading(of: file, bytes) {
          return PageReading(linter, file, paired.format, paired.source)
        }
        // A page of MDX without a source: only as one of a pair could it be more than a plain file.
        if linter.format(of: file.path) == nil, MarkdownPairs.reads(file.path) {
          return PageReading(linter, file, MarkdownPairs(of: file.path), nil)
        }
      }
      return linter.format(of: file.path).map { PageReading(linter, file, $0, nil) }
    }

    /// Lints bytes that stand for a file; `nil` where no format reads files of this name.
    package func lint(_ bytes: [UInt8], of file: SourceFile) -> FileReport? {
      do throws(FileError) {
        return try reading(of: file, bytes)?.lint(bytes)
      } catch {
        return file.unreadable(error.description)
      }
    }

    /// Lints a file; what keeps it from being read becomes the report's outcome.
    ///
    /// - Parameter opened: The same file as it is opened.
    package func lint(_ file: SourceFile, opened: SourceFile? = nil) -> FileReport {
      do throws(FileError) {
        return lint(try (opened ?? file).read(atMost: mostBytes), of: file)
          ?? file.unreadable("no format reads files of this name")
      } catch {
        return file.unreadable(error.description)
      }
    }
  }

  private let parts: [Part]
  private let index: @Sendable (SourceFile) -> Int
  /// The rules of all of them: indices in this list are what findings carry, whichever linter made them.
  package let rules: [Run.ActiveRule]

  init(_ parts: [Part], rules: [Run.ActiveRule], index: @escaping @Sendable (SourceFile) -> Int) {
    self.parts = parts
    self.rules = rules
    self.index = index
  }

  /// What a page has.
  package subscript(_ file: SourceFile) -> Part {
    parts.count == 1 ? parts[0] : parts[index(file)]
  }

  /// Lints a file; what keeps it from being read becomes the report's outcome.
  package func lint(_ file: SourceFile) -> FileReport { self[file].lint(file) }

  /// Notes which pages a run will read, so that their sources are kept as long as they are needed.
  package func expect(_ entries: [Paths.Entry]) {
    guard parts.contains(where: { $0.sources != nil }) else { return }
    for entry in entries where entry.problem == nil { self[entry.file].sources?.expect(entry.file) }
  }
}
