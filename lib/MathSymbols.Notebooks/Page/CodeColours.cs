using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MathSymbols.Notebooks.Page;

/// <summary>C# as HTML with a class on keywords, strings, numbers, comments and directives.</summary>
internal static class CodeColours
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Script);

    // The parser looks ahead by calling itself at each bracket, without watching the stack.
    private const int DeepestNesting = 500;

    internal static string ToHtml(string code)
    {
        if (Nesting(code) > DeepestNesting) return HtmlText.Escape(code);
        var colours = new char[code.Length];
        foreach (var token in CSharpSyntaxTree.ParseText(code, Options).GetRoot().DescendantTokens(descendIntoTrivia: false))
        {
            Paint(colours, token.SpanStart, token.Span.End, Colour(token));
            foreach (var trivia in token.LeadingTrivia.Concat(token.TrailingTrivia)) Paint(colours, trivia.SpanStart, trivia.Span.End, Colour(trivia));
        }
        PaintDirectives(colours, code);
        return Write(code, colours);
    }

    private static int Nesting(string code)
    {
        var (depth, deepest) = (0, 0);
        foreach (var c in code)
        {
            if (c is '(' or '[' or '{' or '<') deepest = Math.Max(deepest, ++depth);
            else if (c is ')' or ']' or '}' or '>' && depth > 0) depth--;
        }
        return deepest;
    }

    private static char Colour(SyntaxToken token)
    {
        var kind = token.Kind();
        if (SyntaxFacts.IsKeywordKind(kind) || (SyntaxFacts.IsContextualKeyword(kind) && !token.IsKind(SyntaxKind.IdentifierToken))) return 'k';
        return kind switch
        {
            SyntaxKind.NumericLiteralToken => 'n',
            SyntaxKind.CharacterLiteralToken or SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken => 's',
            SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken => 's',
            SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken => 's',
            SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken => 's',
            SyntaxKind.InterpolatedStringTextToken or SyntaxKind.InterpolatedStringEndToken or SyntaxKind.InterpolatedRawStringEndToken => 's',
            SyntaxKind.IdentifierToken when token.Parent is IdentifierNameSyntax { IsVar: true } => 'k',
            _ => '\0',
        };
    }

    private static char Colour(SyntaxTrivia trivia) => trivia.Kind() switch
    {
        SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia => 'c',
        SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia => 'c',
        _ => '\0',
    };

    private static void PaintDirectives(char[] colours, string code)
    {
        var start = 0;
        foreach (var line in code.Split('\n'))
        {
            var text = line.AsSpan().TrimStart();
            var isDirective = text.StartsWith("#!") || text.StartsWith("#r ") || text.StartsWith("#load ") || text.StartsWith("#i ");
            if (isDirective) Array.Fill(colours, 'd', start, line.Length);
            start += line.Length + 1;
        }
    }

    private static void Paint(char[] colours, int from, int to, char colour)
    {
        if (colour != '\0') Array.Fill(colours, colour, from, to - from);
    }

    private static string Write(string code, char[] colours)
    {
        var html = new StringBuilder(code.Length * 2);
        for (int from = 0, to; from < code.Length; from = to)
        {
            to = from + 1;
            while (to < code.Length && colours[to] == colours[from]) to++;
            var text = HtmlText.Escape(code[from..to]);
            if (colours[from] == '\0') html.Append(text);
            else html.Append("<span class=\"nb-").Append(colours[from]).Append("\">").Append(text).Append("</span>");
        }
        return html.ToString();
    }
}
