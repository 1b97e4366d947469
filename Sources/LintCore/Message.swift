/// A sentence of a finding, with `'{0}'`, `'{1}'`… where the words concerned go.
///
/// It begins in lower case and ends without a full stop; what stands in quotes is always an
/// argument, so that a report can show the same sentence in another language.
public struct Message: Hashable, Sendable {
  /// A name that is unique among the rule's messages.
  public let id: String
  public let template: String

  public init(_ id: String, _ template: String) {
    self.id = id
    self.template = template
  }

  /// The sentence with `{0}`, `{1}`… replaced by the arguments; a number without one is left out.
  public func text(_ arguments: [String]) -> String {
    var text = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      if let index = Int(rest[rest.index(after: open)..<close]), index < arguments.count {
        text += arguments[index]
      }
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }
}
