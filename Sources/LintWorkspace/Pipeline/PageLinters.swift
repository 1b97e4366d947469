package import LintCore
package import LintReporters
import MarkdownPairs

/// The linters of a run, of which each page has the one that its configuration says.
package struct PageLinters: Sendable {
  /// A linter, and how much it takes.
  package struct Part: Sendable {
    package private(set) var linter: Linter
    /// The size of the largest file that is read, in bytes.
    package let mostBytes: Int
    /// How many findings of each rule a report lists of a file; `nil` for all.
    package let most: Int?
    /// The sources of its pages; `nil` where these hold them themselves.
    package let sources: PageSources?
    /// What lies around the pages.
    let files: FolderListings

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
        let latest = sources.latest(insteadOf: file, bytes)
        return format(of: file).map { PageReading(linter, file, $0, nil, latest: latest) }
      }
      return format(of: file).map { PageReading(linter, file, $0, nil) }
    }

    /// What reads a page without its source. With sources those of MDX are read, too: only as one of a pair could
    /// such a page be more than a plain file.
    private func format(of file: SourceFile) -> (any Format)? {
      if let known = linter.format(of: file.path) { return known }
      return sources != nil && MarkdownPairs.reads(file.path) ? MarkdownPairs(of: file.path) : nil
    }

    /// A page, and how far its translation is.
    func status(of file: SourceFile) -> Status {
      do throws(FileError) {
        let bytes = try file.read(atMost: mostBytes)
        // Before the page is linted: then it waits for its source no longer.
        let standing = sources?.standing(of: file, bytes)
        return Status(
          of: lint(bytes, of: file) ?? file.unreadable("no format reads files of this name"),
          standing, source: sources?.sourceInside(of: file))
      } catch {
        return Status(of: file.unreadable(error.description))
      }
    }

    /// What rules that look across files keep of one; `nil` for one that can't be read.
    func facts(of file: SourceFile) -> FileFacts? {
      guard let bytes = try? file.read(atMost: mostBytes) else { return nil }
      return facts(of: bytes, of: file)
    }

    /// The same for bytes that stand for it.
    func facts(of bytes: [UInt8], of file: SourceFile) -> FileFacts? {
      guard let format = format(of: file) else { return nil }
      return linter.facts(
        of: bytes, of: file, as: format, source: sources?.place(ofSourceOf: file), among: files)
    }

    /// The same with what such rules report.
    func judged(_ findings: CrossFileFindings) -> Part {
      var part = self
      part.linter = linter.judged(findings)
      return part
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

  /// A page, and how far its translation is.
  package struct Status: Sendable {
    package let report: FileReport
    /// How it stands to its source; `nil` for what is no translation of one.
    package let standing: SourceStanding?
    /// Where its source should be, as seen from the folder of all sources.
    package let source: String?

    /// A page of whose source nothing is known.
    package init(of report: FileReport, _ standing: SourceStanding? = nil, source: String? = nil) {
      self.report = report
      self.standing = standing
      self.source = source
    }
  }

  private var parts: [Part]
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

  /// What rules that look across files keep of one; `nil` for one that can't be read.
  func facts(of file: SourceFile) -> FileFacts? { self[file].facts(of: file) }

  /// The same with what such rules report.
  package func judged(_ findings: CrossFileFindings) -> PageLinters {
    var linters = self
    linters.parts = parts.map { $0.judged(findings) }
    return linters
  }

  /// Reads a file again whose facts are known.
  func bytes(of file: SourceFile) -> [UInt8]? { try? file.read(atMost: self[file].mostBytes) }

  /// A page, and how far its translation is.
  package func status(of file: SourceFile) -> Status { self[file].status(of: file) }

  /// The sources that there are, each as seen from the folder of its configuration's.
  ///
  /// - Parameter isExcluded: Whether a configuration leaves one out, by its absolute path.
  package func allSources(without isExcluded: (String) -> Bool) -> [String] {
    parts.flatMap { $0.sources?.all(without: isExcluded) ?? [] }
  }

  /// Notes which pages a run will read, so that their sources are kept as long as they are needed.
  package func expect(_ entries: [Paths.Entry]) {
    guard parts.contains(where: { $0.sources != nil }) else { return }
    for entry in entries where entry.problem == nil { self[entry.file].sources?.expect(entry.file) }
  }
}
