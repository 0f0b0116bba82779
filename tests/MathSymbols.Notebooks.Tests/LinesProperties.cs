using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using MathSymbols.Notebooks.Events;

namespace MathSymbols.Notebooks.Tests;

public class LinesProperties
{
    [Property(MaxTest = 300)]
    public Property Nothing_is_lost_no_piece_is_too_long_and_whole_lines_are_known()
    {
        var cases = from text in Gen.Elements((byte)'a', (byte)'b', (byte)'\n').ListOf() from longest in Gen.Choose(1, 8) from chunk in Gen.Choose(1, 5) select (Bytes: text.ToArray(), longest, chunk);
        return Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var pieces = new List<(byte[] Bytes, bool Whole)>();
            Lines.ReadAsync(new SlowStream(c.Bytes, c.chunk), c.longest, (line, whole) => pieces.Add((line.ToArray(), whole))).GetAwaiter().GetResult();
            Assert.Equal(c.Bytes, pieces.SelectMany(p => p.Bytes));
            Assert.All(pieces, p => Assert.InRange(p.Bytes.Length, 1, c.longest));
            var startsLine = true;
            foreach (var (bytes, whole) in pieces)
            {
                Assert.Equal(startsLine && bytes[^1] == '\n', whole);
                Assert.DoesNotContain((byte)'\n', bytes[..^1]);
                startsLine = bytes[^1] == '\n';
            }
        });
    }

    private sealed class SlowStream(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(chunk, buffer.Length)], cancellationToken);
    }
}
