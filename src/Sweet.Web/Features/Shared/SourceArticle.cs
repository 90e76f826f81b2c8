using Sweet.Domain.Articles;

namespace Sweet.Web.Features.Shared;

/// <summary>The article that led here, carried from link to link in the address: no cookie for strangers.</summary>
public static class SourceArticle
{
    public const string Key = "from";

    /// <summary>The slug in the address, or null if there is none or it cannot be one.</summary>
    public static string? Of(HttpRequest request) => Read(request.Query[Key].ToString());

    /// <summary>The slug, or null if it cannot be one: wherever it came back from, anybody may have written it.</summary>
    public static string? Read(string? text) =>
        text is { Length: > 0 and <= Article.SlugMaxLength } slug && slug.All(IsSlugSign) ? slug : null;

    public static string AddTo(string path, string? slug) => slug is null ? path : $"{path}?{Key}={slug}";

    private static bool IsSlugSign(char sign) => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign == '-';
}
