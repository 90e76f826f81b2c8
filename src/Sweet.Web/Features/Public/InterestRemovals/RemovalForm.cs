using Microsoft.AspNetCore.Mvc;

namespace Sweet.Web.Features.Public.InterestRemovals;

/// <summary>What an email program posts when its own "unsubscribe" is pressed (RFC 8058); our page's form leaves it out.</summary>
public sealed class RemovalForm
{
    public const string Field = "List-Unsubscribe";
    public const string OneClick = "One-Click";

    [FromForm(Name = Field)]
    public string? ListUnsubscribe { get; set; }

    public bool IsOneClick => ListUnsubscribe == OneClick;
}
