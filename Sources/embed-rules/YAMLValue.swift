import CYAML

/// What a file of YAML holds, as far as tables need it.
///
/// The product's own reader is not asked: this program is built without sanitizers also where the product
/// is built with them, and so can't be linked with it.
enum YAMLValue {
  case scalar(String)
  case sequence([YAMLValue])
  case mapping([(key: String, value: YAMLValue)])

  /// The text of a scalar, and of a sequence the texts of its items with a space between them.
  var text: String {
    switch self {
    case .scalar(let text): text
    case .sequence(let items): items.map(\.text).joined(separator: " ")
    case .mapping: ""
    }
  }

  var entries: [(key: String, value: YAMLValue)] {
    if case .mapping(let entries) = self { entries } else { [] }
  }

  /// The text of an entry; nothing when there is none.
  subscript(key: String) -> String { entries.first { $0.key == key }?.value.text ?? "" }

  /// - Returns: `nil` when libyaml refuses the text.
  init?(_ text: String) {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    let document = UnsafeMutablePointer<yaml_document_t>.allocate(capacity: 1)
    defer {
      unsafe parser.deallocate()
      unsafe document.deallocate()
    }
    unsafe yaml_parser_initialize(parser)
    defer { unsafe yaml_parser_delete(parser) }
    let bytes = Array(text.utf8)
    let root = unsafe bytes.withUnsafeBufferPointer { bytes -> YAMLValue? in
      unsafe yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
      guard unsafe yaml_parser_load(parser, document) == 1 else { return nil }
      defer { unsafe yaml_document_delete(document) }
      return unsafe YAMLValue(yaml_document_get_root_node(document), of: document)
    }
    guard let root else { return nil }
    self = root
  }

  private init?(
    _ node: UnsafeMutablePointer<yaml_node_t>?, of document: UnsafeMutablePointer<yaml_document_t>
  ) {
    guard let node = unsafe node?.pointee else { return nil }
    func value(_ index: Int32) -> YAMLValue {
      unsafe YAMLValue(yaml_document_get_node(document, index), of: document) ?? .scalar("")
    }
    switch unsafe node.type {
    case YAML_SEQUENCE_NODE:
      let items = unsafe node.data.sequence.items
      let count = unsafe items.top - items.start
      self = .sequence(unsafe UnsafeBufferPointer(start: items.start, count: count).map(value))
    case YAML_MAPPING_NODE:
      let pairs = unsafe node.data.mapping.pairs
      let count = unsafe pairs.top - pairs.start
      self = .mapping(
        unsafe UnsafeBufferPointer(start: pairs.start, count: count).map {
          (value($0.key).text, value($0.value))
        })
    default:
      let scalar = unsafe node.data.scalar
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      self = .scalar(unsafe String(decoding: bytes, as: UTF8.self))
    }
  }
}
