import Foundation
import LintCore
import LintWorkspace
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

  @Test func aPipeThatDoesNotBlockIsWaitedFor() async throws {
    let pipe = Pipe()
    let descriptor = pipe.fileHandleForWriting.fileDescriptor
    _ = fcntl(descriptor, F_SETFL, O_WRONLY | O_NONBLOCK)
    let reader = Task.detached { try pipe.fileHandleForReading.readToEnd() }
    var output = Output(descriptor: descriptor)
    for _ in 0..<100 { output.write(String(repeating: "x", count: 10_000)) }
    output.flush()
    try pipe.fileHandleForWriting.close()
    #expect(output.failure == nil)
    #expect(try await reader.value?.count == 1_000_000)
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
