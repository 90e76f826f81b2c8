using Sweet.Domain.Policies;
using Sweet.Web.Features.Shared;

namespace Sweet.Web.Features.Policies;

public sealed record PolicyPage(PolicyKind Kind, string Title, RenderedText Text, DateTime EffectiveFromUtc, bool IsSample)
{
    public string Path => PathOf(Kind);

    public static string PathOf(PolicyKind kind) => "/policies/" + NameOf(kind);

    public static string NameOf(PolicyKind kind) => kind.ToString().ToLowerInvariant();
}
