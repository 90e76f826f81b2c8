using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.StaticAssets;

namespace Sweet.Web.Hosting.Security;

/// <summary>What the attributes of an action say about its page.</summary>
/// <param name="IsOffice">Of who has signed in: its search asks the site while one types.</param>
internal sealed record PageKind(
    string Name, bool IsPrivate = false, bool LeadsToCheckout = false, bool IsAsset = false, bool IsOffice = false)
{
    public static readonly PageKind Public = new("public");

    public static readonly IReadOnlyList<PageKind> All =
    [
        Public,
        new("asset", IsAsset: true),
        new("private", IsPrivate: true),
        new("public with checkout", LeadsToCheckout: true),
        new("private with checkout", IsPrivate: true, LeadsToCheckout: true),
        new("office", IsPrivate: true, IsOffice: true),
    ];

    public static PageKind Of(HttpContext context)
    {
        var says = FirstEndpoint.Of(context)?.Metadata;
        var isPrivate = says?.GetMetadata<PrivatePageAttribute>() is not null;
        var leadsToCheckout = says?.GetMetadata<AllowsCheckoutAttribute>() is not null;
        var isAsset = says?.GetMetadata<StaticAssetDescriptor>() is not null;
        var isOffice = isPrivate && !leadsToCheckout && says?.GetMetadata<IAllowAnonymous>() is null;
        return All.First(kind => kind.IsPrivate == isPrivate && kind.LeadsToCheckout == leadsToCheckout && kind.IsAsset == isAsset
            && kind.IsOffice == isOffice);
    }
}
