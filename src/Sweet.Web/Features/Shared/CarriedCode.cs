using Sweet.Domain.Vouchers;

namespace Sweet.Web.Features.Shared;

/// <summary>
/// The code of a voucher that a link brought along, carried on to the form. Whether there is such a voucher is not asked here.
/// </summary>
public static class CarriedCode
{
    public const string Key = "code";

    /// <summary>The code in the address, or null if there is none or it cannot be one.</summary>
    public static string? Of(HttpRequest request) => Voucher.ReadCode(request.Query[Key]);

    public static string AddTo(string path, string? code) =>
        code is null ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Key}={code}";
}
