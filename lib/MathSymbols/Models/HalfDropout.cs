using System.Runtime.Intrinsics;
using static TorchSharp.torch;

namespace MathSymbols.Models;

/// <summary>
/// Dropout with the rate 0.5: during training half of the values, chosen anew each time, become zero and the others are doubled; otherwise nothing happens. One random bit decides a value, where torch draws a float for each:
/// on VGG19's 25,088 features a torch dropout takes longer than all the rest of a step. Which values go depends on torch's generator alone, of which one number is drawn a call.
/// </summary>
public sealed class HalfDropout : nn.Module<Tensor, Tensor>
{
    private const int BitsAtOnce = 64;

    /// <summary>Makes the layer.</summary>
    public HalfDropout()
        : base("dropout")
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (!training || input.numel() == 0) return input.alias();
        using var drawn = randint(long.MaxValue, 1, int64);
        var blocks = (input.numel() + BitsAtOnce - 1) / BitsAtOnce;
        using var room = empty([blocks * BitsAtOnce]);
        Fill(room, (ulong)drawn.item<long>(), blocks);
        using var flat = room.narrow(0, 0, input.numel());
        using var shaped = flat.view(input.shape);
        using var mask = shaped.to(input.device);
        return input.mul(mask);
    }

    // SplitMix64 (Steele, Lea and Flood, 2014): the value of a counter alone gives 64 bits.
    private static unsafe void Fill(Tensor room, ulong seed, long blocks)
    {
        var target = FloatData.Of(room);
        var lanes = Vector256.Create(1u, 2, 4, 8, 16, 32, 64, 128);
        var two = Vector256.Create(2f).AsUInt32();
        for (long block = 0; block < blocks; block++)
        {
            var bits = seed + ((ulong)(block + 1) * 0x9E3779B97F4A7C15);
            bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
            bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
            bits ^= bits >> 31;
            for (var i = 0; i < BitsAtOnce; i += Vector256<uint>.Count, bits >>= Vector256<uint>.Count, target += Vector256<uint>.Count)
            {
                var chosen = Vector256.Equals(Vector256.Create((uint)bits) & lanes, lanes);
                (chosen & two).AsSingle().Store(target);
            }
        }
    }
}
