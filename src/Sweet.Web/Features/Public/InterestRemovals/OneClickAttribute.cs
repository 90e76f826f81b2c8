using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Sweet.Web.Features.Public.InterestRemovals;

/// <summary>Wants the form's antiforgery token, but not of an email program: it posts without our page and without a cookie.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OneClickAttribute : Attribute, IAsyncAuthorizationFilter, IAntiforgeryPolicy, IOrderedFilter
{
    /// <summary>That of the rule for all forms, which it stands in for.</summary>
    public int Order => 1000;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        var isOneClick = http.Request.HasFormContentType
            && (await http.Request.ReadFormAsync(http.RequestAborted))[RemovalForm.Field] == RemovalForm.OneClick;
        if (isOneClick || await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)) return;

        context.Result = new AntiforgeryValidationFailedResult();
    }
}
