import CLibXML2

/// Tells whether bytes are well-formed XML, and what elements it is made of.
enum XMLGrammar {
  static func check(_ bytes: [UInt8], root name: String) throws(Violation) {
    let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue)
    let document = unsafe bytes.withUnsafeBytes { buffer in
      unsafe xmlReadMemory(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil, "UTF-8",
        options)
    }
    guard let document = unsafe document else { throw Violation("XML that is not well-formed") }
    defer { unsafe xmlFreeDoc(document) }
    let root = unsafe xmlDocGetRootElement(document).map { unsafe String(cString: $0.pointee.name) }
    try Violation.unless(root == name, "the root is <\(root ?? "")>")
  }
}
