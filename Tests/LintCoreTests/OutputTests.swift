import Foundation
import LintCore
import TestSupport
import Testing

@Suite struct OutputTests {
  @Test func withoutADescriptorAllIsKept() {
    var output = Output()
    let long = String(repeating: "è", count: 100_000)
    output.write(long)
    let bytes: [UInt8] = [0x78]
    output.write(bytes.span)
    output.flush()
    #expect(String(decoding: output.bytes, as: UTF8.self) == long + "x")
  }

  @Test func aFileHoldsAllPiecesInOrder() throws {
    let folder = try TemporaryFolder()
    let descriptor = unsafe open(folder.path("x"), O_WRONLY | O_CREAT, 0o600)
    var output = Output(descriptor: descriptor)
    var expected = ""
    for number in 0..<30_000 {
      output.write("\(number)\n")
      expected += "\(number)\n"
    }
    output.flush()
    close(descriptor)
    #expect(output.failure == nil)
    #expect(folder.read("x") == expected)
  }

  @Test func theFirstFailureIsKept() {
    let descriptor = unsafe open("/dev/full", O_WRONLY)
    var output = Output(descriptor: descriptor)
    output.write("x")
    output.flush()
    #expect(output.failure == ENOSPC)
    close(descriptor)
    output.write("y")
    output.flush()
    #expect(output.failure == ENOSPC)
  }
}
