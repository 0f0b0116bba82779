using MathSymbols.Storage;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Storage;

public class DownloadPaceTests
{
    [Fact]
    public void The_pace_is_that_of_the_last_seconds()
    {
        var clock = new SwiftClock();
        var pace = new DownloadPace(clock);
        Pass(9, 100_000);
        Assert.Null(pace.BytesPerSecond);
        Pass(1000, 100_000);
        Assert.Equal(1_000_000, pace.BytesPerSecond!.Value, 1e-6);
        Pass(60, 5);
        Assert.Equal(50, pace.BytesPerSecond.Value, 1e-6);
        Assert.False(pace.IsTooSlow);

        void Pass(int times, int bytes)
        {
            for (var i = 0; i < times; i++)
            {
                clock.Pass(TimeSpan.FromMilliseconds(100));
                pace.Add(bytes);
            }
        }
    }

    [Theory]
    [InlineData(99, true)]
    [InlineData(101, false)]
    public void A_minute_decides_whether_it_is_too_slow(int bytes, bool slow)
    {
        var clock = new SwiftClock();
        var pace = new DownloadPace(clock);
        for (var second = 1; second <= 60; second++)
        {
            Assert.False(pace.IsTooSlow);
            clock.Pass(TimeSpan.FromSeconds(1));
            pace.Add(bytes);
        }

        Assert.Equal(slow, pace.IsTooSlow);
    }

    [Theory]
    [InlineData(12_500_000L, 80_100_000L, 3_100_000.0, "12.5 MB of 80.1 MB, 3.1 MB/s, 22 s left")]
    [InlineData(12_500_000L, 80_100_000L, null, "12.5 MB of 80.1 MB")]
    [InlineData(12_500_000L, null, 3_100_000.0, "12.5 MB, 3.1 MB/s")]
    [InlineData(0L, 80_100_000L, 100_000.0, "0 bytes of 80.1 MB, 100.0 kB/s, 14 min left")]
    [InlineData(0L, 80_100_000L, 10_000.0, "0 bytes of 80.1 MB, 10.0 kB/s, 2 h 14 min left")]
    [InlineData(0L, 80_100_000L, 0.0, "0 bytes of 80.1 MB, 0 bytes/s")]
    [InlineData(0L, long.MaxValue, 0.1, "0 bytes of 9223372036.9 GB, 0 bytes/s")]
    [InlineData(5L, 5L, 1000.0, "5 bytes of 5 bytes, 1.0 kB/s, 0 s left")]
    public void Progress_is_told_in_a_few_words(long done, long? total, double? rate, string words) =>
        Assert.Equal(words, new DownloadProgress(done, total) { BytesPerSecond = rate }.ToString());
}
