using Sweet.Web.Features.Shared;
using Sweet.Web.Hosting.Kept;

namespace Sweet.Web.Features.Public.Articles;

/// <summary>Keeps each page of the list by its number, written in one way.</summary>
public sealed class KeptArticleListAttribute() : KeptPageAttribute(PageTags.Articles, PageTags.Courses)
{
    public override ValueTask<string?> QueryOf(HttpContext http) =>
        ValueTask.FromResult(PageNumber.Of(http.Request) is { } number ? PageNumber.AddTo("", number) : null);
}
