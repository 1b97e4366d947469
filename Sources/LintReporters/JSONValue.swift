/// A JSON value as it was read: members in their order, numbers as they are written.
enum JSONValue: Hashable, Sendable {
  case null
  case truth(Bool)
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  struct Member: Hashable, Sendable {
    let key: String
    var value: JSONValue
  }

  /// The value of an object's member; `nil` in what is no object.
  ///
  /// Setting it adds a member at the end where there is none.
  subscript(key: String) -> JSONValue? {
    get {
      guard case .object(let members) = self else { return nil }
      return members.first { $0.key == key }?.value
    }
    set {
      guard case .object(var members) = self else { return }
      let index = members.firstIndex { $0.key == key }
      switch (index, newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(key: key, value: value))
      case (nil, nil): break
      }
      self = .object(members)
    }
  }

  var string: String? { if case .string(let string) = self { string } else { nil } }
  var integer: Int? { if case .number(let digits) = self { Int(digits) } else { nil } }
  var truth: Bool? { if case .truth(let truth) = self { truth } else { nil } }
  /// The elements of an array; none in what is no array.
  var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }
}
