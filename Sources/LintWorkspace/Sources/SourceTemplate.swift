package import LintText

/// Where the source of a page lies, by the page's path: `content/en/{path}` for `content/{locale}/{path}`.
///
/// A name in braces stands for a folder or a part of a name, `{path}` for all folders and the name below, and
/// `{locale}` for what can only be a locale.
package struct SourceTemplate: Sendable {
  /// As they were written.
  package let target: String
  package let source: String
  private let pattern: PathPattern
  private let origin: PathPattern

  /// Why a template can't be one, as a clause.
  package struct Mistake: Error {
    package let message: String
    /// Whether it is about the source.
    package let isInSource: Bool
  }

  package init(target: String, source: String) throws(Mistake) {
    self.target = target
    self.source = source
    do throws(PathPattern.Mistake) {
      pattern = try PathPattern(target)
    } catch {
      throw Mistake(message: error.message, isInSource: false)
    }
    do throws(PathPattern.Mistake) {
      origin = try PathPattern(source)
    } catch {
      throw Mistake(message: error.message, isInSource: true)
    }
    for name in origin.names where !pattern.names.contains(name) {
      throw Mistake(message: "'{\(name)}' is not in the target", isInSource: true)
    }
    guard target != source else {
      throw Mistake(message: "it is the same as the target", isInSource: true)
    }
  }

  /// A page's locale, if the template tells it, and where its source should lie; `nil` for what is no
  /// translation by this template.
  ///
  /// - Parameter path: from the folder that templates are seen from.
  package func partner(of path: String) -> (path: String, locale: LocaleTag?)? {
    guard let values = pattern.values(in: path) else { return nil }
    let partner = origin.path(with: values)
    guard partner != path else { return nil }
    let locale = values.first { $0.name == "locale" }.flatMap { LocaleTag(fileName: $0.value) }
    return (partner, locale)
  }

  /// Whether a file may be the source of others.
  package func isSource(_ path: String) -> Bool { origin.values(in: path) != nil }

  /// The folder that all sources lie in, as far as the template names it; empty for that of the template.
  package var folder: String { origin.folder }
}
