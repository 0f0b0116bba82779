namespace MathSymbols.Tests.Support;

/// <summary>A saved head on an untrained VGG19, made once for a class of tests.</summary>
public sealed class SavedHead : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SavedHead()
    {
        using var classifier = TinyClassifiers.Vgg19();
        classifier.Save(File);
    }

    public string File => _folder["good.safetensors"];

    public void Dispose() => _folder.Dispose();
}
