namespace MathSymbols.Ledger;

/// <summary>What a figure is compared with.</summary>
public enum FigureSource
{
    /// <summary>The machine.</summary>
    Machine,

    /// <summary>The images, their split and their batches.</summary>
    Data,

    /// <summary>The network as this version builds it.</summary>
    Code,

    /// <summary>The search for AlexNet's hyper-parameters.</summary>
    Search,

    /// <summary>A run of AlexNet.</summary>
    AlexNet,

    /// <summary>A run of VGG19's head.</summary>
    Vgg19,

    /// <summary>A run of each.</summary>
    Both,

    /// <summary>Own handwritten images.</summary>
    Handwriting,
}
