using MathSymbols.Models;

namespace MathSymbols.Ledger;

/// <summary>AlexNet's layers, counted in the network that this version builds.</summary>
internal static class ArchitectureFigures
{
    private const int ConvolutionRank = 4;
    private const int DenseRank = 2;

    /// <summary>The figures for so many classes, at least 2.</summary>
    public static IEnumerable<(string Id, Measured Value)> Of(int classes)
    {
        using var model = new AlexNet(classes);
        var shapes = model.named_parameters().Select(p => p.parameter.shape).ToList();
        var kernels = shapes.Where(s => s.Length == ConvolutionRank).ToList();
        return
        [
            ("alexnet/filters", Measured.Word(string.Join(", ", kernels.Select(s => s[0])))),
            ("alexnet/kernels", Measured.Word(string.Join(", ", kernels.Select(s => s[2])))),
            ("alexnet/dense", Measured.Word(string.Join(", ", shapes.Where(s => s.Length == DenseRank).Select(s => s[0])))),
        ];
    }
}
