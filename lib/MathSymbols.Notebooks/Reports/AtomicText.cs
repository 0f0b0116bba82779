using System.Text;

namespace MathSymbols.Notebooks.Reports;

/// <summary>Writes a file so that a kill at any moment leaves the old one or the new.</summary>
internal static class AtomicText
{
    internal static void Write(string path, string text)
    {
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write))
            {
                // Through a small buffer: a page may be large, and a second copy of it is not needed.
                using (var writer = new StreamWriter(file, new UTF8Encoding(false), leaveOpen: true)) writer.Write(text);
                file.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
