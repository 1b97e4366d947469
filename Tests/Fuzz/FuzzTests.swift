import Testing

/// What the fuzzer begins with and what it has found, without the fuzzer.
@Suite struct FuzzTests {
  private static let targets = FuzzTarget.all

  @Test(arguments: targets)
  func `What has been found holds, and so does what to begin with`(_ target: FuzzTarget) throws {
    let kept = Seeds.files("Found/\(target.name)") + Seeds.files("Seeds/\(target.name)")
    for (name, bytes) in kept {
      #expect(throws: Never.self, "\(target.name)/\(name)") { try target.check(bytes) }
    }
    // A few of many: all of them are what the other tests look at.
    for (index, bytes) in target.seeds().enumerated() where index.isMultiple(of: 7) {
      #expect(throws: Never.self, "\(target.name), seed \(index)") { try target.check(bytes) }
    }
  }

  @Test func `Every folder of inputs belongs to a target`() {
    let names = Set(Self.targets.map(\.name))
    for folder in ["Seeds", "Found"] {
      #expect(names.isSuperset(of: Seeds.folders(folder)))
    }
    #expect(names.count == Self.targets.count)
  }
}
