import LintCore
import LintRules
import LintYAML

/// The lists of words that a run was given.
struct TermLists {
  /// `nil` when no glossary was given.
  let glossary: [Glossary.Row]?
  let names: [String]

  init(glossaries: [String], names lists: [String]) throws(UsageError) {
    var rows: [Glossary.Row] = []
    var names: [String] = []
    for path in glossaries {
      let bytes = try Self.read(path)
      do throws(PlacedError) {
        rows += try TermFileReader.glossary(bytes, path: path)
      } catch {
        throw UsageError(error)
      }
    }
    for path in lists {
      let bytes = try Self.read(path)
      do throws(PlacedError) {
        names += try TermFileReader.names(bytes, path: path)
      } catch {
        throw UsageError(error)
      }
    }
    glossary = glossaries.isEmpty ? nil : rows
    self.names = names
  }

  private static func read(_ path: String) throws(UsageError) -> [UInt8] {
    do throws(FileError) {
      return try SourceFile(path: path).read()
    } catch {
      throw UsageError("\(path): \(error)", isInHelp: false)
    }
  }
}
