using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Sweet.Web.Hosting.Security;

/// <summary>
/// Refuses a posted form that no page of ours sends: too large, unreadable, a field twice. Characters that cannot be typed, but
/// pasted unseen, are told beside their field: the action finds its form not valid. Runs before the antiforgery filter,
/// which would read the form and answer 400 to all of it.
/// </summary>
internal sealed class FormCheck : IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>Antiforgery's own.</summary>
    private const string TokenField = "__RequestVerificationToken";

    public int Order => -1000;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        // The page that tells of a refusal is executed with the same form.
        var isErrorPage = FirstEndpoint.Of(context.HttpContext) != context.HttpContext.GetEndpoint();
        if (isErrorPage || !request.HasFormContentType)
            return;

        if (request.ContentLength > FormLimits.Bytes)
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        else if (await StatusOf(request, context.ActionDescriptor) is { } refusal)
            context.Result = new StatusCodeResult(refusal);
        else
            TellOfUnseen(request.Form, context);
    }

    private static void TellOfUnseen(IFormCollection form, AuthorizationFilterContext context)
    {
        foreach (var (field, value) in form.Where(f => !IsTypeable(f.Value.ToString(), IsMultiline(context.ActionDescriptor, f.Key))))
            context.ModelState.AddModelError(
                field,
                $"“{LabelOf(context.ActionDescriptor, field)}” has a sign in it that cannot be seen, "
                + "as copied text may have: type it by hand");
    }

    private static async Task<int?> StatusOf(HttpRequest request, ActionDescriptor action)
    {
        try
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            // The binder silently takes the first of doubled fields.
            var isOurs = form.All(field => field.Value.Count == 1 && IsOfForm(action, field.Key));
            return isOurs ? null : StatusCodes.Status400BadRequest;
        }
        catch (BadHttpRequestException tooLarge)
        {
            return tooLarge.StatusCode;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException or NotSupportedException)
        {
            // No form, one that ends halfway, or one in an encoding that no browser sends.
            return StatusCodes.Status400BadRequest;
        }
    }

    // Joiners stay, names and emoji need them; overrides and isolates make a name read as another.
    private static bool IsTypeable(string text, bool isMultiline) =>
        !text.Any(c => c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u2028' or '\u2029' or '\uFEFF'
            || (char.IsControl(c) && c != '\t' && !(isMultiline && c is '\r' or '\n')));

    // A field that no form of ours has: the binder would ignore it, and whoever sent it would believe that it counted.
    private static bool IsOfForm(ActionDescriptor action, string field) =>
        field == TokenField || PropertiesOf(action, field).Any(property => property is not null);

    private static bool IsMultiline(ActionDescriptor action, string field) =>
        PropertiesOf(action, field).Any(property => property?.GetCustomAttribute<DataTypeAttribute>()?.DataType == DataType.MultilineText);

    // The problem summary stands far from the field.
    private static string LabelOf(ActionDescriptor action, string field) =>
        PropertiesOf(action, field).Select(property => property?.GetCustomAttribute<DisplayAttribute>()?.Name)
            .FirstOrDefault(name => name is not null) ?? field;

    private static IEnumerable<PropertyInfo?> PropertiesOf(ActionDescriptor action, string field) =>
        action.Parameters.Select(parameter =>
            parameter.ParameterType.GetProperty(field, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase)
            ?? Array.Find(parameter.ParameterType.GetProperties(), p => p.GetCustomAttribute<FromFormAttribute>()?.Name == field));
}
