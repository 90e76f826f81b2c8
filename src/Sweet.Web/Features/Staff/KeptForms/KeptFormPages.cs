using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Sweet.Web.Data;
using Sweet.Web.Staffing;
using Sweet.Web.Staffing.Forms;

namespace Sweet.Web.Features.Staff.KeptForms;

/// <summary>
/// A kept form is shown by the action that it was meant for, which answers it as one with a problem: it stands there as it was typed,
/// with the page's own rows and choices. Who may reach that action now is asked again.
/// </summary>
public static class KeptFormPages
{
    private const string Start = "/staff/kept-forms/";

    public static string AddressOf(string token) => Start + token;

    public static bool IsOne(string? address) => address?.StartsWith(Start, StringComparison.Ordinal) is true;

    /// <summary>Belongs directly before the routing, inside the error pages.</summary>
    public static IApplicationBuilder UseKeptForms(this IApplicationBuilder app) =>
        app.Use((context, next) =>
            HttpMethods.IsGet(context.Request.Method) && IsOne(context.Request.Path) ? Show(context, next) : next(context));

    private static async Task Show(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var who = await context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        var forms = context.RequestServices.GetRequiredService<KeepForm>();
        var kept = who.Principal is { } person
            ? await forms.Find(person.StaffId(), request.Path.Value![Start.Length..], context.RequestAborted)
            : null;
        if (kept is null)
        {
            await next(context);
            return;
        }

        var (method, path) = (request.Method, request.Path);
        context.Features.Set(new ShownAgain());
        context.Features.Set<IFormFeature>(new FormFeature(kept.ToForm()));
        // Whatever that action does with a form, it does nothing with this one.
        var db = context.RequestServices.GetRequiredService<SweetDbContext>();
        db.RefusesWrites = true;
        (request.Method, request.Path, request.QueryString) = (HttpMethods.Post, kept.Address, QueryString.Empty);
        try
        {
            await next(context);
        }
        finally
        {
            (request.Method, request.Path) = (method, path);
            // The context is lent to another request next.
            db.RefusesWrites = false;
        }
    }
}

/// <summary>The form of this request is shown, not taken in.</summary>
internal sealed record ShownAgain;
