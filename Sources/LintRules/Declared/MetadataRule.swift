import LintCore
import LintText

/// Kind `metadata`: reports a front-matter key that is missing or whose value is not as it must be.
struct MetadataRule: Rule, DocumentCheck {
  let header: DeclaredRule
  let key: String
  let isRequired: Bool
  /// What the whole value must match.
  let pattern: Pattern?
  /// What the value may be; empty when all is allowed.
  let choices: [String]

  static let missing = Message("missing", "the front matter lacks '{0}'")
  static let malformed = Message("malformed", "the value of '{0}' is not of its form: '{1}'")
  static let unlisted = Message("unlisted", "the value of '{0}' is none of '{2}': '{1}'")

  var info: RuleInfo { header.info }

  func check(on kind: PageKind) -> Check? {
    header.locales.takes(kind.locale) ? .document(self) : nil
  }

  func check(_ document: borrowing Document, _ report: inout Findings) {
    guard let attributes = document.attributes, attributes.isWhole, document.isBilingual
    else { return }
    let name = Array(key.utf8)
    var isThere = false
    for attribute in attributes.list
    where document.text(attribute.name).bytes.elementsEqual(name.span) {
      let value = document.text(attribute.value)
      if isRequired, value.isEmpty { continue }
      isThere = true
      checkValue(value, &report)
    }
    if isRequired, !isThere {
      report(attributes.place, Self.missing, key)
    }
  }

  private func checkValue(_ value: borrowing Text, _ report: inout Findings) {
    if !choices.isEmpty, !choices.contains(value.string) {
      report(value, Self.unlisted, key, value.string, choices.joined(separator: ", "))
    }
    guard let pattern else { return }
    do throws(Matches.Runaway) {
      guard try Matches(of: pattern).next(in: value.bytes) == nil else { return }
      report(value, Self.malformed, key, value.string)
    } catch {
      report.giveUp(at: value.range, error.sentence)
    }
  }
}
