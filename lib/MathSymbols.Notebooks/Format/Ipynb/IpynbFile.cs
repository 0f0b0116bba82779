using System.Text.Json;

namespace MathSymbols.Notebooks.Format.Ipynb;

/// <summary>Reads .ipynb files.</summary>
internal static class IpynbFile
{
    internal const string Extension = ".ipynb";

    internal static bool Is(string path) => path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a file; a <see cref="NotebookFormatException"/> says what is wrong with it.</summary>
    internal static IpynbNotebook Load(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path));
        }
        catch (NotebookFormatException e)
        {
            throw new NotebookFormatException($"{Path.GetFileName(path)}: {e.Message}", e.Line);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NotebookFormatException($"{path} cannot be read: {e.Message}", 1);
        }
    }

    internal static IpynbNotebook Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text.TrimStart('\uFEFF'), new JsonDocumentOptions { MaxDepth = CheckedJson.FileDepth });
            return IpynbReader.Read(document.RootElement);
        }
        catch (JsonException e) when (CheckedJson.IsTooDeep(e))
        {
            throw new NotebookFormatException($"this .ipynb notebook is nested more than {CheckedJson.FileDepth} deep, which is too deep to read", (int)(e.LineNumber ?? 0) + 1);
        }
        catch (JsonException e)
        {
            var line = (int)(e.LineNumber ?? 0) + 1;
            throw new NotebookFormatException($"this is not an .ipynb notebook: its JSON is broken on line {line}", line);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, which JSON can write and text cannot hold.
            throw new NotebookFormatException("this .ipynb notebook has text that is not valid Unicode", 1);
        }
    }
}
