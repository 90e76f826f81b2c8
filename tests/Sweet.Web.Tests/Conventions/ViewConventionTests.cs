using System.Text.RegularExpressions;

namespace Sweet.Web.Tests.Conventions;

/// <summary>What the Content-Security-Policy forbids never gets into a view, and unencoded text only where it was made safe.</summary>
public partial class ViewConventionTests
{
    /// <summary>Markdown that went through the sanitiser, and structured data whose writer escapes what could end its element.</summary>
    private static readonly string[] MadeSafe =
    [
        "Public/Articles/Show.cshtml: Html.Raw(Model.StructuredData(Site.Value.BaseUrl))",
        "Public/Articles/Show.cshtml: Html.Raw(text.Body)",
        "Public/Articles/Show.cshtml: Html.Raw(text.References)",
        "Public/Courses/Show.cshtml: Html.Raw(Model.StructuredData)",
        "Public/Courses/Show.cshtml: Html.Raw(question.AnswerHtml)",
        "Public/Courses/Show.cshtml: Html.Raw(text.AudienceHtml)",
        "Public/Courses/Show.cshtml: Html.Raw(text.FacultyHtml)",
        "Public/Courses/Show.cshtml: Html.Raw(text.MissedClassHtml)",
        "Public/Home/Index.cshtml: Html.Raw(Model.StructuredData(Site.Value.BaseUrl))",
        "Public/Policies/Show.cshtml: Html.Raw(Model.Text.Body)",
        "Public/Policies/Show.cshtml: Html.Raw(Model.Text.References)",
        "Public/Shared/_Teacher.cshtml: Html.Raw(Model.BiographyHtml)",
    ];

    private static IEnumerable<SourceFile> Views => SourceFiles.In("src/Sweet.Web/Features", ".cshtml");

    [Fact]
    public void No_view_has_a_script_a_style_or_a_handler_inside()
    {
        var inline = Views.SelectMany(view => Inline().Matches(view.Text).Select(match => $"{view.Path}: {match.Value}"));

        Assert.Empty(inline);
    }

    [Fact]
    public void Unencoded_text_is_written_only_where_it_was_made_safe()
    {
        var raw = Views.SelectMany(view => Raw().Matches(view.Text).Select(match => $"{view.Path["src/Sweet.Web/Features/".Length..]}: {match.Value}"));

        Assert.Equal(MadeSafe, raw.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_form_that_posts_asks_for_its_token()
    {
        var without = Views.SelectMany(view => PostForm().Matches(view.Text).Select(match => (view.Path, match.Value)))
            .Where(form => !form.Value.Contains("asp-antiforgery=\"true\"", StringComparison.Ordinal));

        Assert.Empty(without);
    }

    [GeneratedRegex(@"<script(?![^>]*\b(src=|type=""application/ld\+json""))[^>]*>|<style\b| style=""| on[a-z]+=""|href=""javascript:", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Inline();

    [GeneratedRegex(@"Html\.Raw\((?:[^()]|\([^()]*\))*\)|new HtmlString\([^)]*\)", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Raw();

    [GeneratedRegex(@"<form[^>]*method=""post""[^>]*>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex PostForm();
}
