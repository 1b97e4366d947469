import CLibXML2

/// An element as libxml2 reads it.
struct XMLElement {
  let name: String
  let attributes: [String: String]
  let children: [XMLElement]

  init?(parsing text: String) {
    var text = text
    let parsed = text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) {
        unsafe xmlReadMemory($0.baseAddress, Int32($0.count), nil, nil, 0)
      }
    }
    guard let document = unsafe parsed else { return nil }
    defer { unsafe xmlFreeDoc(document) }
    guard let root = unsafe xmlDocGetRootElement(document) else { return nil }
    unsafe self.init(root)
  }

  private init(_ node: xmlNodePtr) {
    name = unsafe String(cString: node.pointee.name)
    var attributes: [String: String] = [:]
    var property = unsafe node.pointee.properties
    while let current = unsafe property {
      let value = unsafe current.pointee.children.flatMap { unsafe $0.pointee.content }
      unsafe attributes[String(cString: current.pointee.name)] =
        value.map { unsafe String(cString: $0) } ?? ""
      unsafe property = current.pointee.next
    }
    self.attributes = attributes
    var children: [XMLElement] = []
    var child = unsafe node.pointee.children
    while let current = unsafe child {
      if unsafe current.pointee.type == XML_ELEMENT_NODE {
        unsafe children.append(XMLElement(current))
      }
      unsafe child = current.pointee.next
    }
    self.children = children
  }
}
