import Testing

@testable import LintCore

@Suite struct AddressSpaceTests {
  /// The offset behind a file's last byte must not be the first of the next area.
  @Test func `Only a file with other areas has a limit of its own`() {
    let room = AddressSpace.source
    #expect(AddressSpace.limit(of: room - 1, from: nil, true) == nil)
    #expect(AddressSpace.limit(of: room, from: nil, true) == room - 1)
    #expect(AddressSpace.limit(of: room, from: nil, false) == nil)
    let source = SourceText(path: "a", bytes: [], prose: [])
    #expect(AddressSpace.limit(of: room - 1, from: source, false) == nil)
    #expect(AddressSpace.limit(of: room, from: source, false) == room - 1)
  }
}
