import LintText

/// How far the texts of a page or a run are translated, where each is translated by itself.
public struct Completeness: Sendable, Equatable {
  public internal(set) var translated = 0
  /// Those that wait for somebody to look at them: fuzzy ones.
  public internal(set) var needsReview = 0
  public internal(set) var untranslated = 0
  /// Of those that are translated, the ones that say the same as their source.
  public internal(set) var identical = 0

  public init() {}

  init(_ document: borrowing Document) {
    for index in document.records.indices {
      let record = document.records[index]
      switch record.state {
      case .unfinished: untranslated += 1
      case .needsReview: needsReview += 1
      case .translated:
        translated += 1
        if record.target.count == record.source.count,
          document.text(record.target) == document.text(record.source)
        {
          identical += 1
        }
      default: break
      }
    }
  }

  static func + (left: Completeness, right: Completeness) -> Completeness {
    var sum = left
    sum.translated += right.translated
    sum.needsReview += right.needsReview
    sum.untranslated += right.untranslated
    sum.identical += right.identical
    return sum
  }
}
