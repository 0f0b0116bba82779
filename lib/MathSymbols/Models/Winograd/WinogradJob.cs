using static TorchSharp.torch;

namespace MathSymbols.Models.Winograd;

/// <summary>A convolution of one batch, to be done block of tiles by block of tiles. All tensors are contiguous float32 on the CPU, and others'.</summary>
/// <param name="Images">[N, H, W, I].</param>
/// <param name="Outputs">Receives [N, H′, W′, O].</param>
/// <param name="Factors">The kernels' factors as <see cref="KernelTransform"/> packs them.</param>
/// <param name="Bias">[O].</param>
/// <param name="Grid">The tiles.</param>
/// <param name="Padding">Rows and columns of zeros on each side.</param>
/// <param name="Pool">Whether the larger of 2 × 2 outputs is taken.</param>
internal sealed record WinogradJob(Tensor Images, Tensor Outputs, Tensor Factors, Tensor Bias, TileGrid Grid, int Padding, bool Pool)
{
    public int Height { get; } = (int)Images.shape[1];

    public int Width { get; } = (int)Images.shape[2];

    public int In { get; } = (int)Images.shape[3];

    public int Out { get; } = (int)Outputs.shape[3];
}
